package dev.supporters.settlement.place;

import com.uber.h3core.H3Core;

import dev.supporters.contract.Position;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The H3 cells by which places are known: hexagons of about a kilometre, as those of zones. */
@ApplicationScoped
public class PlaceCells {

    private static final int RESOLUTION = 8;

    private final H3Core h3;

    public PlaceCells() {
        try {
            h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "H3's library cannot be unpacked (expected: a writable temporary directory)",
                    e);
        }
    }

    String cell(Position position) {
        return h3.latLngToCellAddress(position.lat(), position.lng(), RESOLUTION);
    }
}
