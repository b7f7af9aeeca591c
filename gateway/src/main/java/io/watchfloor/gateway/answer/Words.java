package io.watchfloor.gateway.answer;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A sentence that a person may read, in both languages.
 *
 * @param en English
 * @param zh Chinese
 */
public record Words(String en, String zh) {
    /** Both are there: who asks in one language is never answered in the other. */
    public Words {
        Objects.requireNonNull(en, "English words");
        Objects.requireNonNull(zh, "Chinese words");
    }

    /** The same with every {@code {name}} filled in. */
    public Words filled(Map<String, ?> values) {
        String english = en;
        String chinese = zh;
        for (Map.Entry<String, ?> value : values.entrySet()) {
            String place = "{" + value.getKey() + "}";
            english = english.replace(place, String.valueOf(value.getValue()));
            chinese = chinese.replace(place, String.valueOf(value.getValue()));
        }
        return new Words(english, chinese);
    }

    /** The words in the language that this request asks for; English when it asks for none of ours. */
    public String in(RoutingContext ctx) {
        return in(languageOf(ctx));
    }

    /** The words in this language, {@code zh} or {@code en}. */
    public String in(String language) {
        return "zh".equals(language) ? zh : en;
    }

    /** The language in which a request is answered: {@code zh} or {@code en}. */
    public static String languageOf(RoutingContext ctx) {
        return isChinese(ctx.request().getHeader("Accept-Language")) ? "zh" : "en";
    }

    /** The first of our languages in the header counts: browsers and pages name the one they prefer first. */
    private static boolean isChinese(String languages) {
        if (languages == null) {
            return false;
        }
        for (String one : languages.split(",", -1)) {
            String tag = one.strip().toLowerCase(Locale.ROOT);
            if (tag.startsWith("zh") || tag.startsWith("en")) {
                return tag.startsWith("zh");
            }
        }
        return false;
    }
}
