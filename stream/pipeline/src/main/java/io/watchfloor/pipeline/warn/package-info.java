/** Warns of what rises before it becomes an incident. {@link io.watchfloor.pipeline.warn.WarnPipeline} wires it. */
package io.watchfloor.pipeline.warn;
