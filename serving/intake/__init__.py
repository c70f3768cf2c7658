"""What brings orders in without anybody uploading them: a watched folder and a mailbox."""
