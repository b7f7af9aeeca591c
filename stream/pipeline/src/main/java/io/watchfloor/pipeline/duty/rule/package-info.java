/**
 * What an incident waits for, who is told when it waits too long, how long steps take and how many alarms an officer
 * bears: pure functions of what is known and of the time they are given. Start reading at {@link
 * io.watchfloor.pipeline.duty.rule.Escalations}.
 */
package io.watchfloor.pipeline.duty.rule;
