package io.treehouse.inference.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** A Parquet file of one row group as Parquet's own reader sees it. */
public record ParquetTable(Map<String, String> metadata, Map<String, Group> rows) {
    /** Reads all rows, by their ids. */
    public static ParquetTable read(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            return new ParquetTable(reader.getFileMetaData().getKeyValueMetaData(), rows(reader));
        }
    }

    private static Map<String, Group> rows(ParquetFileReader reader) throws IOException {
        MessageType schema = reader.getFileMetaData().getSchema();
        PageReadStore pages = reader.readNextRowGroup();
        RecordReader<Group> records =
                new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
        Map<String, Group> rows = new LinkedHashMap<>();
        for (long i = 0; i < pages.getRowCount(); i++) {
            Group row = records.read();
            rows.put(row.getString("id", 0), row);
        }
        return rows;
    }
}
