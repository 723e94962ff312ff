import { usePage } from "./page"

/** Leads to the page's source in the repository. */
export function EditLink() {
  const { file, config } = usePage()
  return <a href={`${config.repository}/blob/main/${file}`}>Edit this page</a>
}
