package sor

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/document"
)

// directory says where in a ZIP file the list of its entries lies, as its end record
// claims.
type directory struct {
	offset, length uint64
	end            uint64 // where what follows the list begins
}

// checkDirectory finds the end record of a ZIP file and checks how long the
// list of entries is before the standard library reads all of it into memory.
//
// The library also reads what lies behind or before other bytes. Of a dump that was cut
// off shortly behind an inner archive, it would take that one for the whole; so the
// record has to end the file, and the list has to lie where it says.
func checkDirectory(r io.ReaderAt, size int64) error {
	d, err := findDirectory(r, size)
	switch {
	case err != nil:
		return err
	case d.length > maxDirectory:
		return fmt.Errorf("a list of entries of %d bytes: %w", d.length, ErrTooLarge)
	case d.offset+d.length != d.end:
		return incomplete()
	}
	return nil
}

func findDirectory(r io.ReaderAt, size int64) (d directory, err error) {
	const endSize, locatorSize, end64Size = 22, 20, 56
	tail := make([]byte, min(size, 1<<16+endSize+locatorSize+end64Size))
	before := size - int64(len(tail))
	if _, err := r.ReadAt(tail, before); err != nil && err != io.EOF {
		return d, err
	}
	i := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if i < 0 || i+endSize > len(tail) || i+endSize+int(binary.LittleEndian.Uint16(tail[i+20:])) != len(tail) {
		return d, incomplete()
	}
	d.length = uint64(binary.LittleEndian.Uint32(tail[i+12:]))
	d.offset = uint64(binary.LittleEndian.Uint32(tail[i+16:]))
	d.end = uint64(before) + uint64(i)
	// Only directories of 4 GiB need the longer record; a smaller one may have it, and
	// may use it for some of the values.
	const none = 1<<32 - 1
	j := i - locatorSize - end64Size
	if j < 0 || !bytes.HasPrefix(tail[j:], []byte("PK\x06\x06")) {
		if d.length == none {
			return d, fmt.Errorf("no end record: %w", ErrTruncated)
		}
		return d, nil
	}
	d.end = uint64(before) + uint64(j)
	if d.length == none {
		d.length = binary.LittleEndian.Uint64(tail[j+40:])
	}
	if d.offset == none {
		d.offset = binary.LittleEndian.Uint64(tail[j+48:])
	}
	return d, nil
}

func incomplete() error {
	return document.Hinted(fmt.Errorf("not a complete ZIP file: %w", ErrTruncated), "download it again")
}
