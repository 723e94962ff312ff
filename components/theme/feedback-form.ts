/**
 * The form that asks whether a page was helpful, as HTML. Without script it works by itself: the server
 * leads back to the sentence that says thanks. `send-feedback.ts` sends it with script.
 *
 * A string, and only made on the server, so that no page's script contains it.
 *
 * @param page The page's address.
 */
export const feedbackForm = (page: string) => `
<form action="/api/feedback" method="post" data-feedback>
  <input type="hidden" name="page" value="${page}">
  <fieldset>
    <legend>Was this page helpful?</legend>
    <button name="helpful" value="yes">Yes</button>
    <button name="helpful" value="no">No</button>
  </fieldset>
  <p id="feedback-stored">Thank you. Your vote is stored.</p>
  <p role="status"></p>
  <details>
    <summary>Add a sentence</summary>
    <label for="feedback-sentence">What helped, or what was missing?</label>
    <textarea id="feedback-sentence" name="sentence" maxlength="280" rows="2" autocomplete="off" aria-describedby="feedback-note"></textarea>
    <button name="helpful" hidden>Send the sentence</button>
    <p>Then choose Yes or No.</p>
    <p id="feedback-note">Don’t write anything personal. Only the site’s maintainers read your sentence, and they can’t reply. Your vote and your sentence are stored for a year. So that you’re counted only once, a hash of your network and browser is stored too, or of your passkey if you’ve used the demo.</p>
  </details>
</form>`
