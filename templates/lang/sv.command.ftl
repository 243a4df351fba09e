
## Names of attached files

attachment-name = Uppföljning
