package io.watchfloor.launcher.screen;

import io.watchfloor.launcher.supervise.UnitState;
import io.watchfloor.launcher.supervise.UnitStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The words of the terminal, in Chinese and English. */
final class Wording {
    private static final Map<String, String> PARTS = Map.of(
            "redis", "消息流",
            "graph", "图谱",
            "district", "辖区",
            "pipeline", "流水线",
            "gateway", "网关",
            "console", "大屏",
            "feed", "模拟来件",
            "audit", "审计日志");

    private Wording() {}

    static String line(UnitStatus status) {
        return String.format(
                        Locale.ROOT,
                        "  %-9s %6s  %s",
                        status.name(),
                        hasNoTime(status.state()) ? "" : seconds(status.spent()),
                        state(status.state()) + " · " + PARTS.getOrDefault(status.name(), status.name())
                                + stateInChinese(status.state()))
                .stripTrailing();
    }

    private static boolean hasNoTime(UnitState state) {
        return state == UnitState.WAITING || state == UnitState.STOPPED;
    }

    static String died(String part, int exitCode, Duration restartAfter) {
        String delay = seconds(restartAfter);
        return String.format(
                Locale.ROOT,
                "  %s ended with code %d, starting again in %s · %s退出，%s后重启",
                part,
                exitCode,
                delay,
                PARTS.getOrDefault(part, part),
                delay);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private static String state(UnitState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case STARTING -> "starting";
            case READY -> "ready";
            case PAUSING -> "restarting";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
        };
    }

    private static String stateInChinese(UnitState state) {
        return switch (state) {
            case WAITING -> "等待";
            case STARTING -> "启动中";
            case READY -> "就绪";
            case PAUSING -> "将重启";
            case FAILED -> "失败";
            case STOPPED -> "已停止";
        };
    }
}
