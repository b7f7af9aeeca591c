/**
 * The pipeline's edges: a source over Redis Streams whose offsets live in Flink's checkpoints, a sink to Redis Streams, a
 * sink to the graph. Both sinks deliver at least once; everything behind them is an upsert.
 */
package io.watchfloor.pipeline.io;
