package io.watchfloor.gateway.alarm;

import io.watchfloor.contract.live.Health;
import io.watchfloor.gateway.health.Heartbeat;
import java.util.List;
import java.util.Map;

/**
 * What the rules look at, once a second.
 *
 * @param stages how far reports are
 * @param pipeline what the pipeline said last; null while it is silent
 * @param silentMillis for how long each part has said nothing new
 * @param pictureResets times the gateway found the picture stream begun anew, or cut
 * @param auditBroken whether the audit log has lost what was noted of it
 * @param journalFails whether the journal could not be written last time
 * @param disks free space by what lies there, in percent and bytes
 * @param memoryPercent how full memories are, by program
 * @param queuePercent how full bounded queues are, by name
 * @param clockJumpMillis how far the wall clock has moved beside the monotonic one since the last look
 * @param redisClockAheadMillis how far Redis's clock is ahead of ours
 */
public record Figures(
        List<Health.Stage> stages,
        Heartbeat pipeline,
        Map<String, Long> silentMillis,
        long pictureResets,
        boolean auditBroken,
        boolean journalFails,
        Map<String, Space> disks,
        Map<String, Integer> memoryPercent,
        Map<String, Integer> queuePercent,
        long clockJumpMillis,
        long redisClockAheadMillis) {

    /** What is left of a disk. */
    public record Space(long freeBytes, int freePercent) {}
}
