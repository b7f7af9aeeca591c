package io.watchfloor.graph.candidate;

import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.roster.Member;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Says in words, in both languages, what somebody's shift means for an incident at one moment. */
final class ShiftWords {
    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final LocalDateTime local;

    /** {@code local} is now, in the district. */
    ShiftWords(LocalDateTime local) {
        this.local = local;
    }

    /** Until when they are on shift; empty when they are not. */
    Optional<Reason> onShift(Member member) {
        return member.dutyHours()
                .until(local)
                .map(until -> new Reason(ReasonCode.ON_SHIFT, untilZh(until), untilEn(until)));
    }

    Reason offShift(Member member) {
        if (member.dutyHours().isEmpty()) {
            return new Reason(ReasonCode.OFF_SHIFT, "没有排班", "No shifts planned");
        }
        return member.dutyHours()
                .next(local)
                .map(next -> new Reason(
                        ReasonCode.OFF_SHIFT,
                        "不当班，下次当班 " + dayZh(next) + " " + hour(next),
                        "Off shift; next shift " + dayEn(next) + hour(next)))
                .orElseGet(() -> new Reason(ReasonCode.OFF_SHIFT, "不当班", "Off shift"));
    }

    /** Against somebody who is on shift now. */
    Reason endsBeforeArrival(Member member, int millis) {
        LocalDateTime until = until(member);
        // begun minutes, so that it never reads as if they were in time
        LocalDateTime there = arrival(millis).plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        return new Reason(
                ReasonCode.SHIFT_ENDS_BEFORE_ARRIVAL,
                untilZh(until) + "，预计 " + clock(there) + " 才能到达",
                untilEn(until) + ", would be there at " + clock(there));
    }

    /** About somebody who would be there in time. */
    Reason endsSoon(Member member, int millis, int handlingMinutes) {
        LocalDateTime until = until(member);
        long left = Duration.between(arrival(millis), until).toMinutes();
        return new Reason(
                ReasonCode.SHIFT_ENDS_SOON,
                untilZh(until) + "，到达后只剩 " + left + " 分钟，此类处置通常需 " + handlingMinutes + " 分钟，排序略后",
                untilEn(until) + ", " + left + " min after arrival; such work usually takes " + handlingMinutes
                        + " min, so a little later in the list");
    }

    /** The hour, and the day when it is another. */
    String clock(LocalDateTime time) {
        return isToday(time) ? hour(time) : DAY_AND_HOUR.format(time);
    }

    private LocalDateTime until(Member member) {
        return member.dutyHours().until(local).orElse(local);
    }

    private LocalDateTime arrival(int millis) {
        return local.plus(millis, ChronoUnit.MILLIS);
    }

    private String untilZh(LocalDateTime until) {
        return "当班至" + (isToday(until) ? " " : "次日 ") + hour(until);
    }

    private String untilEn(LocalDateTime until) {
        return "On shift until " + hour(until) + (isToday(until) ? "" : " tomorrow");
    }

    private boolean isToday(LocalDateTime time) {
        return time.toLocalDate().equals(local.toLocalDate());
    }

    private String dayZh(LocalDateTime time) {
        return isToday(time) ? "今日" : day(time.getDayOfWeek(), Locale.SIMPLIFIED_CHINESE);
    }

    private String dayEn(LocalDateTime time) {
        return isToday(time) ? "today " : day(time.getDayOfWeek(), Locale.ENGLISH) + " ";
    }

    private static String day(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** Hours and minutes; seconds are never part of a shift. */
    private static String hour(LocalDateTime time) {
        return LocalTime.of(time.getHour(), time.getMinute()).toString();
    }
}
