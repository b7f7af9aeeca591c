/**
 * The Flink jobs: reports to incidents, and incidents to the graph. Start reading at {@link
 * io.watchfloor.pipeline.PicturePipeline}: it shows the whole first job on one screen; {@link
 * io.watchfloor.pipeline.FilingPipeline} shows the second, {@link io.watchfloor.pipeline.PipelineMain} runs both.
 */
package io.watchfloor.pipeline;
