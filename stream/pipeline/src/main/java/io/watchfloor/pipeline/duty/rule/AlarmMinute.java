package io.watchfloor.pipeline.duty.rule;

import io.watchfloor.contract.Grade;

/**
 * Alarms of one minute.
 *
 * @param high of grade I
 * @param medium of grade II
 * @param low of grades III and IV
 * @param chattering those of them that came back soon after they had gone
 */
public record AlarmMinute(int high, int medium, int low, int chattering) {
    /** None yet. */
    public static final AlarmMinute NONE = new AlarmMinute(0, 0, 0, 0);

    /** With so many more of a grade. */
    public AlarmMinute plus(Grade grade, int alarms, boolean chatter) {
        return plus(new AlarmMinute(
                grade == Grade.I ? alarms : 0,
                grade == Grade.II ? alarms : 0,
                grade.compareTo(Grade.II) > 0 ? alarms : 0,
                chatter ? 1 : 0));
    }

    AlarmMinute plus(AlarmMinute other) {
        return new AlarmMinute(
                high + other.high(), medium + other.medium(), low + other.low(), chattering + other.chattering());
    }

    int all() {
        return high + medium + low;
    }
}
