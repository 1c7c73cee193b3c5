// libsignal publishes types for its classes but not for this file, which Baileys uses as well.
declare module 'libsignal/src/protobufs.js' {
  export const PreKeyWhisperMessage: {
    /** Reads the protobuf after the version byte of a `pkmsg`. Throws when it is malformed. */
    decode(bytes: Uint8Array): { readonly message: Uint8Array; readonly preKeyId: number }
  }
}
