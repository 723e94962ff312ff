import {
  boolean,
  customType,
  index,
  int,
  mysqlTable,
  primaryKey,
  text,
  timestamp,
  varchar,
} from "drizzle-orm/mysql-core"
import type { AdapterAccountType } from "next-auth/adapters"

const name255 = (name: string) => varchar(name, { length: 255 })

/**
 * The longest credential id, 1,023 bytes, in base64. MySQL's default
 * comparison ignores case, and an `ascii` column is short enough for an
 * index.
 */
const credentialId = customType<{ data: string }>({
  dataType: () => "varchar(1364) CHARACTER SET ascii COLLATE ascii_bin",
})

/**
 * Text in which `e` and `é`, or `a` and `A`, are different. By default,
 * MySQL treats them as equal.
 */
const exactText = customType<{ data: string }>({
  dataType: () => "varchar(255) COLLATE utf8mb4_bin",
})

export const users = mysqlTable("user", {
  id: name255("id")
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID()),
  name: name255("name"),
  email: exactText("email").unique(),
  emailVerified: timestamp("emailVerified", { mode: "date", fsp: 3 }),
  image: text("image"),
})

const userId = () =>
  name255("userId")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" })

export const accounts = mysqlTable(
  "account",
  {
    userId: userId(),
    type: name255("type").$type<AdapterAccountType>().notNull(),
    provider: name255("provider").notNull(),
    providerAccountId: credentialId("providerAccountId").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: int("expires_at"),
    token_type: name255("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: name255("session_state"),
  },
  (account) => [
    primaryKey({
      columns: [account.provider, account.providerAccountId],
    }),
    index("account_userId_idx").on(account.userId),
  ],
)

export const sessions = mysqlTable(
  "session",
  {
    sessionToken: exactText("sessionToken").primaryKey(),
    userId: userId(),
    expires: timestamp("expires", { mode: "date", fsp: 3 }).notNull(),
  },
  (session) => [
    index("session_userId_idx").on(session.userId),
    index("session_expires_idx").on(session.expires),
  ],
)

export const verificationTokens = mysqlTable(
  "verificationToken",
  {
    identifier: exactText("identifier").notNull(),
    token: exactText("token").notNull(),
    expires: timestamp("expires", { mode: "date", fsp: 3 }).notNull(),
  },
  (token) => [primaryKey({ columns: [token.identifier, token.token] })],
)

export const authenticators = mysqlTable(
  "authenticator",
  {
    // This id is all that a sign-in starts with. It also keeps a
    // credential from having two owners.
    credentialID: credentialId("credentialID").notNull().unique(),
    userId: varchar("userId", { length: 255 })
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    providerAccountId: credentialId("providerAccountId").notNull(),
    // Windows Hello's RS256 keys are 364 characters long.
    credentialPublicKey: text("credentialPublicKey").notNull(),
    // WebAuthn L3 §6.1: 32 bits, unsigned. A plain `int` can only reach
    // 2³¹ − 1.
    counter: int("counter", { unsigned: true }).notNull(),
    credentialDeviceType: varchar("credentialDeviceType", {
      length: 255,
    }).notNull(),
    credentialBackedUp: boolean("credentialBackedUp").notNull(),
    transports: varchar("transports", { length: 255 }),
  },
  (authenticator) => [
    primaryKey({
      columns: [authenticator.userId, authenticator.credentialID],
    }),
  ],
)
