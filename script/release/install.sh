#!/bin/sh
# めぐりを、署名を確かめてから入れます。要るもの: sh、tar、sha256sum と、openssl 3 以上(または Node.js 20 以上)。
# 使い方: sh install.sh (--fingerprint 指紋 | --key 公開鍵のファイル) [--to /opt/meguri] [--check]
set -eu
here=$(cd -P -- "$(dirname -- "$0")" && pwd)
to=/opt/meguri
key='' fingerprint='' only_check=''
stop() {
  for line in "$@"; do printf '%s\n' "$line" >&2; done
  exit 1
}
value() { [ -n "$2" ] || stop "$1 の後ろに値がありません。"; }
while [ $# -gt 0 ]; do
  case $1 in
    --key) value "$1" "${2:-}"; key=$2; shift 2 ;;
    --fingerprint) value "$1" "${2:-}"; fingerprint=$2; shift 2 ;;
    --to) value "$1" "${2:-}"; to=$2; shift 2 ;;
    --check) only_check=yes; shift ;;
    *) stop "知らない言葉です: $1" '使い方: sh install.sh (--fingerprint 指紋 | --key 公開鍵のファイル) [--to フォルダー] [--check]' ;;
  esac
done
hash_of() { sha256sum <"$1" | cut -d' ' -f1; }

# 1. whose signature: never the key that came with the bundle by itself
if [ -n "$key" ]; then
  [ -r "$key" ] || stop "公開鍵 $key を読めません。"
elif [ -n "$fingerprint" ]; then
  key=$here/publisher.pub
  [ -r "$key" ] || stop "公開鍵 $key がありません。配布物の一部が欠けています。もう一度受け取ってください。"
  [ "$(hash_of "$key")" = "$fingerprint" ] ||
    stop '公開鍵の指紋が、指定されたものと違います。何も入れていません。' "指定: $fingerprint" "添付: $(hash_of "$key")" \
      '指紋の写しまちがいでなければ、この配布物は使わずに、発行元に知らせてください。'
else
  stop '発行元の公開鍵の指紋(--fingerprint)か、前に受け取った公開鍵(--key)を指定してください。' \
    '添付の公開鍵だけを信じると、配布物ごと差し替えられても気づけません。' "添付の公開鍵の指紋: $(hash_of "$here/publisher.pub")"
fi

# 2. the signature over the list, 3. every file against the list
signed_by_openssl() {
  openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in "$here/SHA256SUMS" -sigfile "$here/SHA256SUMS.sig" >/dev/null 2>&1
}
signed_by_node() {
  node -e 'const {readFileSync:r}=require("node:fs");const [,k,f,s]=process.argv
    process.exit(require("node:crypto").verify(null,r(f),r(k,"utf8"),r(s))?0:1)' \
    "$key" "$here/SHA256SUMS" "$here/SHA256SUMS.sig" >/dev/null 2>&1
}
if command -v openssl >/dev/null && openssl version | grep -q '^OpenSSL [3-9]'; then
  signed=signed_by_openssl
elif command -v node >/dev/null; then
  signed=signed_by_node
else
  stop '署名を確かめる道具がありません。openssl 3 以上か Node.js 20 以上を用意してください。何も入れていません。'
fi
$signed || stop '署名が合いません。何も入れていません。' 'この配布物は、発行元が作ったものではないか、途中で書き換えられています。使わずに、発行元に知らせてください。'
(cd "$here" && sha256sum --quiet -c SHA256SUMS >/dev/null 2>&1) ||
  stop '配布物が壊れています。何も入れていません。もう一度受け取ってください。' \
    "$(cd "$here" && sha256sum -c SHA256SUMS 2>/dev/null | grep -v ': OK$' | sed 's/^/  /')"
# a file that the list does not name is nobody's word
cd "$here"
for file in *; do
  case $file in
    SHA256SUMS | SHA256SUMS.sig | publisher.pub) ;;
    *) grep -q "^[0-9a-f]\{64\}  $file\$" SHA256SUMS || stop "署名されていないファイルが混じっています: $file" '何も入れていません。' ;;
  esac
done
release=$(sed -n 's/^ *"release": "\([A-Za-z0-9.+-]*\)",*$/\1/p' release.json)
[ -n "$release" ] || stop 'release.json を読めません。何も入れていません。'
echo "署名とチェックサムは正しいです: $release"
if [ -n "$only_check" ]; then exit 0; fi

# 4. unpack beside what runs, check again on this disk, and only then let `current` point to it
new=$to/releases/$release
mkdir -p "$to/releases" || stop "$to に書き込めません。--to で変えるか、書き込めるアカウントで実行してください。"
[ ! -e "$new" ] || stop "$release は、もう $new に入っています。"
half=$new.half
rm -rf "$half"
mkdir "$half"
tar -xzf "$here/meguri.tar.gz" -C "$half" --no-same-owner || { rm -rf "$half"; stop '広げられませんでした。空き容量(1 GB)を確かめてください。'; }
(cd "$half" && sha256sum --quiet -c MANIFEST.sha256 >/dev/null 2>&1) || { rm -rf "$half"; stop '広げたファイルが、配布物の中身と違います。ディスクを確かめてください。'; }
mv "$half" "$new"
before=$(readlink "$to/current" 2>/dev/null || true)
ln -s "releases/$release" "$to/current.new"
mv -T "$to/current.new" "$to/current"
echo "入れました: $to/current → releases/$release"
if [ -n "$before" ]; then echo "前の版は $to/$before に残っています。"; fi
echo "次にすること: $to/current/bin/meguri doctor(くわしくは $to/current/docs/operations.md)"
