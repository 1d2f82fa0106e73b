declare module 'postject' {
  /** Writes a resource into an executable, in place. */
  export function inject(
    file: string,
    resourceName: string,
    resource: Buffer,
    options?: { readonly machoSegmentName?: string; readonly sentinelFuse?: string },
  ): Promise<void>;
}
