package org.clew.loader.observation;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard for Parquet pages, without Hadoop's codecs and what they drag in. */
final class ZstdCodecFactory implements CompressionCodecFactory {
  static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("A segment is compressed with zstd, not " + codec + ".");
    }
    return new Decompressor();
  }

  @Override
  public void release() {}

  private static final class Compressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(Zstd.compress(bytes.toInputStream().readAllBytes(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  private static final class Decompressor implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
      return BytesInput.from(unpack(bytes.toInputStream().readAllBytes(), decompressedSize));
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] packed = new byte[compressedSize];
      input.get(packed);
      output.put(unpack(packed, decompressedSize));
    }

    @Override
    public void release() {}

    private static byte[] unpack(byte[] packed, int size) throws IOException {
      byte[] unpacked = new byte[size];
      long length = Zstd.decompress(unpacked, packed);
      if (Zstd.isError(length) || length != size) {
        throw new IOException("A page of a segment cannot be unpacked.");
      }
      return unpacked;
    }
  }
}
