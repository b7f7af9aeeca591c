/**
 * Reports from files: any CSV with a small mapping that says what its columns mean, replayed at its own pace or faster
 * ({@link io.watchfloor.gateway.feed.FileFeed}).
 */
package io.watchfloor.gateway.feed;
