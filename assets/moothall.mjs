// Everything on the site can be read and done without this script; it makes tabs, accordions and the
// like nicer to use, keeps what is typed into a form as a draft, and shows words as they will read.

import { initAll } from 'govuk-frontend'
import htmx from 'htmx.org'

// GOV.UK's own page does this in an inline script, which a strict content security policy forbids.
// A browser that runs modules is one that GOV.UK Frontend supports, so there is nothing to ask.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

initAll()

// No style and no code out of a page, requests to this site only, and nothing of a page kept behind
// in the browser.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  historyCacheSize: 0
})

// <button type="submit" value="words" data-inserts="id-of-a-textarea">: the words go where the cursor
// is. Without a script the button sends the form in, and they come at the end.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-inserts]')
  const text = button && document.getElementById(button.dataset.inserts)
  if (!text) return
  event.preventDefault()
  text.setRangeText(button.value, text.selectionStart, text.selectionEnd, 'end')
  text.focus()
  text.dispatchEvent(new Event('input', { bubbles: true }))
})

// What is asked for as one types may fail, and nobody would see it: <p role="status" data-says-trouble>
document.addEventListener('htmx:responseError', (event) => {
  const line = document.querySelector('[data-says-trouble]')
  const answer = event.detail.xhr
  if (!line) return
  line.textContent =
    answer.status === 403 && answer.responseText.length < 100
      ? `${answer.responseText} What you typed is still here: save it, and it goes along.`
      : 'The preview could not be made. What you typed is still here.'
})
