/** The path of the picture that stands for a page where its link is shared. */
export const cardOf = (address: string) => `/api/og?page=${encodeURIComponent(address)}`
