package sor

import (
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// published returns the digest in the .sha1 file beside a file, "" if there is
// none.
func published(in input) (string, error) {
	if _, err := in.stat(in.path + ".sha1"); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	sums, err := in.openFile(in.path + ".sha1")
	if err != nil {
		return "", err
	}
	defer sums.Close()
	return ReadSHA1(in.path, sums)
}

// ReadSHA1 reads the .sha1 file beside a dump: the digest in hexadecimal. The error
// wraps [ErrChecksum] if it is that of another file.
func ReadSHA1(dump string, r io.Reader) (string, error) {
	content, err := io.ReadAll(io.LimitReader(r, 4096))
	if err != nil {
		return "", err
	}
	want, of, _ := strings.Cut(strings.TrimSpace(string(content)), " ")
	of = strings.TrimLeft(of, " *")
	if digest, err := hex.DecodeString(want); err != nil || len(digest) != sha1.Size {
		return "", fmt.Errorf("%s.sha1: %w: %q", dump, errNotSHA1, shorten(want, 50))
	}
	if of != "" && of != filepath.Base(dump) {
		return "", document.Hinted(fmt.Errorf("%s.sha1: %w: it is that of %s", dump, ErrChecksum, shorten(of, 100)), "download both files again")
	}
	return strings.ToLower(want), nil
}

// errNotSHA1 is of a file that tells no digest, such as the page of an error.
var errNotSHA1 = errors.New("not a SHA-1 checksum")

// checksum compares a file with the .sha1 file beside it and returns the
// digest, "" if there is none to compare with. SHA-1 is what the Commission
// publishes; it guards against damage, not against forgery.
func checksum(ctx context.Context, in input) (string, error) {
	want, err := published(in)
	if want == "" {
		return "", err
	}
	file, err := in.openFile(in.path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	if err := VerifySHA1(ctx, in.path, file, want); err != nil {
		return "", err
	}
	return want, nil
}

// VerifySHA1 reads a dump to its end and compares its digest with the one that
// [ReadSHA1] returned. Only where the two differ does the error wrap [ErrChecksum].
func VerifySHA1(ctx context.Context, dump string, r io.Reader, want string) error {
	h := sha1.New()
	buffer := make([]byte, 1<<20)
	// The plain Copy would hand the file to the hash in pieces of 32 KiB, and
	// could not be interrupted.
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, &interruptible{ctx, r}, buffer); err != nil {
		return err
	}
	if have := hex.EncodeToString(h.Sum(nil)); have != want {
		return document.Hinted(fmt.Errorf("%s: %w: SHA-1 %s, expected %s", dump, ErrChecksum, have, want),
			"download the archive and its .sha1 again; archives are sometimes made anew")
	}
	return nil
}

// interruptible is a reader that ends when the context does.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}
