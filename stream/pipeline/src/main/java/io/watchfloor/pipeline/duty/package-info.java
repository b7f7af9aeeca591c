/**
 * The job {@code duty}: who is told when an incident waits too long, how long steps take, how many alarms an officer
 * bears. Start reading at {@link io.watchfloor.pipeline.duty.DutyPipeline}; what it decides is in {@code rule}.
 */
package io.watchfloor.pipeline.duty;
