package sor

import (
	"bytes"
	"encoding/binary"
)

const (
	uuidSize = 36
	uuidLine = uuidSize + 3 // with quotes and the comma
)

// beginsRow reports whether data begins with a UUID and a comma. The dumps do
// not quote it, but programs that write them again may.
func beginsRow(data []byte) bool {
	end := ","
	if len(data) > 0 && data[0] == '"' {
		data, end = data[1:], `",`
	}
	if len(data) < uuidSize+len(end) || string(data[uuidSize:uuidSize+len(end)]) != end {
		return false
	}
	_, ok := parseUUID(data[:uuidSize])
	return ok
}

// beginsUUID reports whether data is the beginning of a UUID and nothing else.
func beginsUUID(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte(`"`))
	return len(data) <= uuidSize && len(bytes.Trim(data, "0123456789abcdefABCDEF-")) == 0
}

// hexAt are the places of the sixteen bytes of a UUID.
var hexAt = [16]uint8{0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34}

// hexDigits maps a byte to its value, 255 if it is no hexadecimal digit.
var hexDigits = func() (t [256]uint8) {
	for i := range t {
		t[i] = 255
	}
	for i := range 16 {
		t["0123456789abcdef"[i]], t["0123456789ABCDEF"[i]] = uint8(i), uint8(i)
	}
	return t
}()

// parseUUID returns a number for a UUID. UUIDs are random, but a hostile file
// may choose them: mixing keeps the table of duplicates from degenerating by
// mere accident of format.
func parseUUID(b []byte) (uint64, bool) {
	if len(b) != uuidSize || b[8] != '-' || b[13] != '-' || b[18] != '-' || b[23] != '-' {
		return 0, false
	}
	var id [16]byte
	bad := uint8(0)
	for i, j := range hexAt {
		high, low := hexDigits[b[j]], hexDigits[b[j+1]]
		bad |= high | low
		id[i] = high<<4 | low&15
	}
	if bad > 15 {
		return 0, false
	}
	return mix(binary.BigEndian.Uint64(id[:8]) ^ mix(binary.BigEndian.Uint64(id[8:]))), true
}

// mix is the finaliser of SplitMix64: a bijection with well spread bits.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
