package io.watchfloor.pipeline.io;

import redis.clients.jedis.StreamEntryID;

/**
 * An entry on its way from the fetching thread to the task.
 *
 * @param id its id, the next offset
 * @param value what it means; null when it was skipped or refused
 */
record FetchedEntry<T>(StreamEntryID id, T value) {}
