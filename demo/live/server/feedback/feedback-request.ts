import { z } from "zod"
import { guidePages } from "../sharing/guide-pages"

/** The most characters of a sentence. The columns of the table and the field in the page hold as many. */
export const maxSentenceLength = 280

const sentence = z
  .string()
  // A field with several lines sends their ends.
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .refine((text) => text.length <= maxSentenceLength, {
    message: `A sentence can have at most ${maxSentenceLength} characters.`,
  })
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), {
    message: "The sentence contains characters that can't be displayed.",
  })

/** The fields of the form at the end of each page. */
export const feedbackRequest = z
  .object({
    page: z.string().refine((address) => guidePages.some((page) => page.address === address), {
      message: "There's no such page.",
    }),
    helpful: z.enum(["yes", "no"], { message: "Choose yes or no." }),
    sentence: sentence.default(""),
  })
  .strict()

export type Feedback = z.infer<typeof feedbackRequest>
