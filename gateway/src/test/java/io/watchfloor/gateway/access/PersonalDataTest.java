package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "电梯坏了，回电13812345678|电梯坏了，回电***",
                "call me at 138-1234-5678 please|call me at *** please",
                "+86 138 1234 5678|***",
                "家里电话021-65432100，急|家里电话***，急",
                "call (415) 555-0123 now|call *** now",
                "415-555-0123|***",
                "身份证110101199003078515丢了|身份证***丢了",
                "write to zhang.san@example.com|write to ***",
                "我叫张三，在三号楼|我叫***，在三号楼",
                "My name is John Smith and there is smoke|My name is *** and there is smoke",
            })
    @DisplayName("ASVS 8.2.3: what tells who called is taken out of texts")
    void shouldTakeOutWhatTellsWhoCalled(String text, String masked) {
        assertThat(PersonalData.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T08:14:50.123Z",
                "I-VWFAB5VFED",
                "1772352890123-0",
                "三号楼1702室，12层",
                "fire on floor 12, units 1201 to 1210",
                "110"
            })
    void shouldLeaveTimesIdsAndHouseNumbersAlone(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }

    @Test
    void shouldReachEveryDepth() throws Exception {
        JsonNode node = new ObjectMapper()
                .readTree("{\"reports\":[{\"report\":{\"reporter\":\"王先生\",\"text\":\"请打13812345678\"},"
                        + "\"evidence\":[\"13812345678\"],\"count\":13812345678}]}");
        String masked = PersonalData.mask(node).toString();
        assertThat(masked).doesNotContain("王先生").doesNotContain("\"13812345678").contains("请打***");
    }
}
