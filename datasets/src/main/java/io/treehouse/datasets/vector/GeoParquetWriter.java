package io.treehouse.datasets.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;

/** GeoParquet 1.1: one row a feature, outlines as WKB in the CRS of the grid. Uncompressed: codecs need more of Hadoop. */
final class GeoParquetWriter implements FeatureWriter {
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final Path file;
    private final ParquetWriter<VectorFeature> rows;
    private boolean open = true;

    private GeoParquetWriter(Path file, ParquetWriter<VectorFeature> rows) {
        this.file = file;
        this.rows = rows;
    }

    static GeoParquetWriter create(Path file, FeatureLayer layer) {
        try {
            return new GeoParquetWriter(file, new Builder(file, new FeatureRows(layer)).build());
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    @Override
    public void write(VectorFeature feature) {
        try {
            rows.write(feature);
        } catch (IOException fault) {
            throw unwritable(file, fault);
        }
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                rows.close();
            } catch (IOException fault) {
                throw unwritable(file, fault);
            }
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException fault) {
        return new UncheckedIOException("The file " + file + " cannot be written", fault);
    }

    /** The writer of Apache Parquet, without Hadoop's file systems, settings and codecs. */
    private static final class Builder extends ParquetWriter.Builder<VectorFeature, Builder> {
        private final FeatureRows features;

        Builder(Path file, FeatureRows features) {
            super(new LocalOutputFile(file));
            this.features = features;
            withConf(new PlainParquetConfiguration());
            withRowGroupSize(ROW_GROUP_BYTES);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<VectorFeature> getWriteSupport(Configuration ofHadoop) {
            return features;
        }

        @Override
        protected WriteSupport<VectorFeature> getWriteSupport(ParquetConfiguration plain) {
            return features;
        }
    }
}
