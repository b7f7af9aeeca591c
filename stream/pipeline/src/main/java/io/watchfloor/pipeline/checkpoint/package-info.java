/** Checkpoints on disk: where each run writes its own, and which of them can be resumed from. */
package io.watchfloor.pipeline.checkpoint;
