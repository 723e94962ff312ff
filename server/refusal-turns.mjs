// @ts-check

/** How many refusals are answered in one turn of the event loop. */
const mostInTurn = 4

/** How many may wait for their turn. One more is answered at once: what waits takes memory. */
const mostWaiting = 1_000

/** @type {(() => void)[]} */
const waiting = []

/**
 * Answers a request that is refused, once it's its turn. Of those that come at once, only a few are answered
 * before the event loop looks at everything else again. Otherwise somebody who is let in waits for all of
 * them at every step of their request, of which there are many: a database answers each query in a step of
 * its own.
 *
 * @param {() => void} answer
 */
export function refuseInTurn(answer) {
  if (waiting.length >= mostWaiting) return answer()
  waiting.push(answer)
  if (waiting.length === 1) setImmediate(answerSome)
}

function answerSome() {
  for (const answer of waiting.splice(0, mostInTurn)) answer()
  if (waiting.length > 0) setImmediate(answerSome)
}
