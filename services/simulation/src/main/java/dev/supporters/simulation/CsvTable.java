package dev.supporters.simulation;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV file with a header, as spreadsheets write them, row by row: never more than one row in memory. */
final class CsvTable implements Closeable {

    private static final int LONGEST_CELL = 1 << 16;
    private static final int MOST_CELLS = 500;

    private final String file;
    private final CellCollector collector = new CellCollector();
    private final CloseableIterator<Cells> records;
    private final CsvHeader header;

    private CsvTable(String file, BufferedReader text, Set<String> known, List<String> required)
            throws IOException {
        this.file = file;
        records =
                CsvReader.builder()
                        .fieldSeparator(CsvSeparator.of(text, known))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .trimWhitespacesAroundQuotes(true)
                        .maxBufferSize(LONGEST_CELL)
                        .build(collector, new EndMarkingReader(text))
                        .iterator();
        header = new CsvHeader(file, cells().orElse(new Cells(1, List.of(""))), known, required);
    }

    /** Opens the file and reads its header, which must have the required ones of the known columns. */
    static CsvTable open(Path path, String file, Set<String> known, List<String> required) {
        BufferedReader text = new BufferedReader(CsvSource.open(path, file));
        try {
            return new CsvTable(file, text, known, required);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    List<String> unknownColumns() {
        return header.unknown();
    }

    /** The next row that has something in it; nothing after the last. */
    Optional<CsvRow> next() {
        return cells().map(this::row);
    }

    private CsvRow row(Cells found) {
        Cells cells = found.withoutEmptyEnd(header.size());
        int size = cells.cells().size();
        if (size < header.size()) {
            throw NightFileException.at(
                    file,
                    cells.line(),
                    header.name(size),
                    "the row's end after " + size + " cells",
                    header.size() + " cells, as in the header; the file may have been cut");
        }
        if (size > header.size()) {
            throw NightFileException.at(
                    file,
                    cells.line(),
                    Integer.toString(header.size() + 1),
                    cells.cells().get(header.size()),
                    header.size() + " cells, as in the header");
        }
        return new CsvRow(file, cells.line(), header, cells.cells());
    }

    private Optional<Cells> cells() {
        try {
            while (records.hasNext()) {
                Cells cells = records.next();
                if (cells.cells().getFirst().equals(EndMarkingReader.END)) {
                    return Optional.empty();
                }
                if (cells.cells().getLast().endsWith(EndMarkingReader.END)) {
                    throw quote(cells.line(), cells.cells().size() - 1, "that is never closed");
                }
                if (!cells.blank() && !CsvSeparator.isSaidBy(cells)) {
                    return Optional.of(cells);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw collector.cells.size() >= MOST_CELLS
                    ? NightFileException.at(
                            file,
                            collector.line,
                            Integer.toString(MOST_CELLS + 1),
                            "more than " + MOST_CELLS + " cells",
                            "a row of a night's file")
                    : quote(
                            collector.line,
                            collector.cells.size(),
                            "that is not closed at the cell's end, or more than "
                                    + LONGEST_CELL
                                    + " characters");
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        }
    }

    private NightFileException quote(long line, int index, String which) {
        return NightFileException.at(
                file,
                line,
                header == null ? Integer.toString(index + 1) : header.name(index),
                "a quote " + which,
                "a closing quote where the cell ends");
    }

    private static NightFileException unreadable(String file, IOException e) {
        return NightFileException.unreadable(file, "cannot be read: " + e.getMessage());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** A record's first line in the file, and its cells without the spaces around them. */
    record Cells(long line, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Without empty cells beyond so many: spreadsheets end rows with separators. */
        Cells withoutEmptyEnd(int most) {
            int size = cells.size();
            while (size > most && cells.get(size - 1).isEmpty()) {
                size--;
            }
            return new Cells(line, cells.subList(0, size));
        }
    }

    /** Knows how far the parser has come in the record that it is about to give, or cannot give. */
    private static final class CellCollector extends AbstractBaseCsvCallbackHandler<Cells> {

        private final List<String> cells = new ArrayList<>();
        private long line;

        @Override
        protected void handleBegin(long startingLine) {
            line = startingLine;
            cells.clear();
        }

        @Override
        protected void handleField(
                int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index == MOST_CELLS) {
                throw new CsvParseException("more than " + MOST_CELLS + " cells");
            }
            cells.add(new String(buffer, offset, length).strip());
        }

        @Override
        protected Cells buildRecord() {
            return new Cells(line, List.copyOf(cells));
        }
    }
}
