/**
 * What the recipe for SQL Server uses of `@prisma/adapter-mssql` 7.10.0, copied from its types. The
 * package and its 63 dependencies weigh 68 MB, and no SQL Server can be started here.
 */
declare module "@prisma/adapter-mssql" {
  import type { SqlDriverAdapter, SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils"

  export class PrismaMssql implements SqlDriverAdapterFactory {
    readonly provider: "sqlserver"
    readonly adapterName: string
    constructor(configOrString: object | string, options?: object)
    connect(): Promise<SqlDriverAdapter>
  }
}
