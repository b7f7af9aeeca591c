package io.watchfloor.gateway.redis;

import io.vertx.core.buffer.Buffer;

/**
 * One entry of a stream.
 *
 * @param id its place in the stream
 * @param kind a {@link io.watchfloor.contract.MessageKind#wireName()}; null when the entry has none
 * @param message JSON in UTF-8; empty when the entry has none
 */
public record StreamEntry(StreamId id, String kind, Buffer message) {}
