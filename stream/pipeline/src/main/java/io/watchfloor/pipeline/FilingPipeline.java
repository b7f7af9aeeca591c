package io.watchfloor.pipeline;

import io.watchfloor.pipeline.function.Observation;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job {@code filing}: from the picture to the graph. A job of its own, so that a graph that is down never holds up
 * the picture.
 */
public final class FilingPipeline {
    /** Its name in metrics and checkpoints. */
    public static final String NAME = "filing";

    private FilingPipeline() {}

    /** The whole graph: one chain, one writer, so that versions arrive in their order. */
    public static void define(
            StreamExecutionEnvironment flink, Source<Observation, ?, ?> picture, Sink<Observation> graph) {
        flink.fromSource(picture, WatermarkStrategy.noWatermarks(), "picture")
                .uid("picture")
                .setParallelism(1)
                .sinkTo(graph)
                .name("filing")
                .uid("filing")
                .setParallelism(1);
    }
}
