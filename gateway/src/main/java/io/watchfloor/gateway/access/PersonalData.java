package io.watchfloor.gateway.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of an answer what tells who called: the reporter, and in any text numbers as telephones and identity cards
 * have, mail addresses, and names that a caller says are theirs.
 */
public final class PersonalData {
    /** What stands where something was. */
    public static final String MASK = "***";

    private static final Set<String> PERSONAL = Set.of("reporter", "raw", "rawBase64");

    /** Chinese mobile and landline numbers, identity cards, North American numbers, anything else of 7 to 15 digits after +. */
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w.-])(?:"
            + "\\+\\d[\\d -]{6,17}\\d"
            + "|\\d{17}[\\dXx]"
            + "|(?:0086[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}"
            + "|0\\d{2,3}[- ]?\\d{7,8}"
            + "|\\(?[2-9]\\d{2}\\)?[-. ]\\d{3}[-. ]\\d{4}"
            + "|[2-8]\\d{6,7}"
            + ")(?![\\w]|[.-]\\d)");

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern OWN_NAME =
            Pattern.compile("((?:我叫|我是|本人姓名|联系人[:：]?|姓名[:：]?|(?i:my name is|this is|caller[: ]))\\s*)"
                    + "([\\p{IsHan}]{2,4}(?=[，,。；;、 ]|$)|[A-Z][a-z]+(?: [A-Z][a-z]+)?)");

    private PersonalData() {}

    /** The same without it; the node itself is changed where it can be. */
    public static JsonNode mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                boolean personal =
                        PERSONAL.contains(field.getKey()) && !field.getValue().isNull();
                field.setValue(personal ? TextNode.valueOf(MASK) : mask(field.getValue()));
            });
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mask(array.get(i)));
            }
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(mask(node.textValue())) : node;
    }

    /** The text without it. */
    public static String mask(String text) {
        String withoutNumbers = NUMBERS.matcher(text).replaceAll(MASK);
        String withoutMail = MAIL.matcher(withoutNumbers).replaceAll(MASK);
        return OWN_NAME.matcher(withoutMail).replaceAll("$1" + MASK);
    }
}
