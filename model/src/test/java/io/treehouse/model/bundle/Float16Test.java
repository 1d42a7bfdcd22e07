package io.treehouse.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {
    @ParameterizedTest
    @CsvSource({
        "0, 0x0000",
        "-0.0, 0x8000",
        "1, 0x3c00",
        "-2, 0xc000",
        "0.1, 0x2e66",
        "65504, 0x7bff",
        "65520, 0x7c00",
        "1e9, 0x7c00",
        "6.1035156e-5, 0x0400",
        "6.097555e-5, 0x03ff",
        "5.9604645e-8, 0x0001",
        "2.9802322e-8, 0x0000",
        "3e-8, 0x0001",
        // Halfway between two numbers: the even one wins.
        "2049, 0x6800",
        "2051, 0x6802",
        // A carry into the next exponent.
        "2047.9, 0x6800"
    })
    void roundsToTheNearestNumber(float value, int bits) {
        assertEquals((short) bits, Float16.fromFloat(value));
    }

    @Test
    void everyNumberComesBackUnchanged() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float value = Float16.toFloat((short) bits);
            if (!Float.isNaN(value)) {
                assertEquals((short) bits, Float16.fromFloat(value), "bits " + bits);
            }
        }
    }
}
