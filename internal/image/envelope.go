package image

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
)

// An envelope is a mark, a version and a checksum before the content.
const (
	mark = "dsaimage"
	head = len(mark) + 1 + 4
)

// The errors of Open.
var (
	ErrNoImage = errors.New("it is no image")
	ErrVersion = errors.New("it was written by another version of the program")
	ErrDamaged = errors.New("it is damaged: its checksum does not fit")
)

var table = crc32.MakeTable(crc32.Castagnoli)

// Seal puts content into an envelope. The version tells apart what different
// versions of a program write.
func Seal(version byte, content []byte) []byte {
	sealed := append([]byte(mark), version)
	sealed = binary.LittleEndian.AppendUint32(sealed, crc32.Checksum(content, table))
	return append(sealed, content...)
}

// Open returns the content of an envelope. It returns [ErrNoImage], [ErrVersion] or
// [ErrDamaged].
func Open(version byte, sealed string) (string, error) {
	switch {
	case len(sealed) < head || !strings.HasPrefix(sealed, mark):
		return "", ErrNoImage
	case sealed[len(mark)] != version:
		return "", ErrVersion
	}
	content := sealed[head:]
	if binary.LittleEndian.Uint32([]byte(sealed[len(mark)+1:head])) != checksum(content) {
		return "", ErrDamaged
	}
	return content, nil
}

// checksum is that of a text piece by piece: a copy of all of it would take as long.
func checksum(content string) (sum uint32) {
	piece := make([]byte, 4096)
	for content != "" {
		n := copy(piece, content)
		sum, content = crc32.Update(sum, table, piece[:n]), content[n:]
	}
	return sum
}
