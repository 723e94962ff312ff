import { z } from "zod"

/** What the doctor reads of Prisma's description of a schema, which has more. */
const fieldSchema = z.object({
  name: z.string(),
  kind: z.string(),
  type: z.string(),
  isList: z.boolean(),
  isRequired: z.boolean(),
  isUnique: z.boolean(),
  isId: z.boolean(),
  isUpdatedAt: z.boolean().default(false),
  hasDefaultValue: z.boolean(),
  nativeType: z.tuple([z.string(), z.array(z.string())]).nullish(),
  relationFromFields: z.array(z.string()).optional(),
  relationOnDelete: z.string().optional(),
})

const modelSchema = z.object({
  name: z.string(),
  fields: z.array(fieldSchema),
  primaryKey: z.object({ fields: z.array(z.string()) }).nullish(),
  uniqueFields: z.array(z.array(z.string())),
})

export const dmmfSchema = z.object({ datamodel: z.object({ models: z.array(modelSchema) }) })

export const lintSchema = z.array(
  z.object({
    file_name: z.string(),
    /** In UTF-16 code units. */
    start: z.number(),
    text: z.string(),
    is_warning: z.boolean(),
  }),
)

export type Model = z.infer<typeof modelSchema>
export type Field = z.infer<typeof fieldSchema>
