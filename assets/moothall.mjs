// Everything on the site can be read without this script; it only makes tabs, accordions and the
// like nicer to use.

import { initAll } from 'govuk-frontend'

// GOV.UK's own page does this in an inline script, which a strict content security policy forbids.
// A browser that runs modules is one that GOV.UK Frontend supports, so there is nothing to ask.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll()
