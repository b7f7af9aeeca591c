/**
 * The shared language: everything that crosses a process is one of these records, on one of {@link
 * io.watchfloor.contract.Channels}, written and read by {@link io.watchfloor.contract.MessageCodec}.
 *
 * <p>Start at {@link io.watchfloor.contract.MessageKind}: it lists every message there is.
 */
package io.watchfloor.contract;
