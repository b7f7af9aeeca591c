/** How the gateway talks to Redis: one connection per purpose, and batches so that many writes share one fsync. */
package io.watchfloor.gateway.redis;
