// Usage: node tools/postcss.mjs FROM.css TO.css
//
// GOV.UK's typeface, crest and crown are for GOV.UK alone, and its npm package's licence does not
// hand them on. The style sheet still points at the crest in the footer, whatever the settings:
// that is taken out here, and nothing is written if anything of the kind is left.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { argv, exit } from 'node:process'

import postcss from 'postcss'

const NOT_OURS = ['GDS Transport', 'govuk-crest', '@font-face', '/assets/']

const withoutCrest = {
  postcssPlugin: 'without-crest',
  Declaration (declaration) {
    // The whole value, not the url alone: an image-set of nothing would be invalid.
    if (declaration.value.includes('govuk-crest')) declaration.value = 'none'
  }
}

const [from, to] = argv.slice(2)
if (!from || !to) {
  console.error('Usage: node tools/postcss.mjs FROM.css TO.css')
  exit(2)
}

const { css } = await postcss([withoutCrest]).process(await readFile(from, 'utf8'), { from, to, map: false })

const left = NOT_OURS.filter((words) => css.toLowerCase().includes(words.toLowerCase()))
if (left.length > 0) {
  console.error(`${from} still holds what belongs to GOV.UK alone: ${left.join(', ')}.`)
  exit(1)
}

await mkdir(dirname(to), { recursive: true })
await writeFile(to, css)
