import { Chooser } from "./chooser"
import { DownloadStarter } from "./download-starter"

/** Above the text of a page: what it is shown for, and the app as a download. */
export function PageTools() {
  return (
    <div className="page-tools">
      <Chooser />
      <DownloadStarter />
    </div>
  )
}
