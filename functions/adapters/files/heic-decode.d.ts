declare module 'heic-decode' {
  type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  type Found = { readonly width: number; readonly height: number; decode(): Promise<Decoded> };
  const decode: { all(from: { readonly buffer: Uint8Array }): Promise<readonly Found[] & { dispose(): void }> };
  // biome-ignore lint/style/noDefaultExport: the library's own
  export default decode;
}
